/**
 * Pictures as plain objects: shapes with class names, drawn as SVG by `views/partials/picture.hbs`. No colour stands here, so
 * that both colour schemes, print and every theme have their own, and no `style` attribute is needed (X2). What a picture
 * shows stands in a table beside it too (WCAG 1.1.1).
 */
export interface Picture {
  readonly id: string;
  /** Name of the picture, for those who hear the page. */
  readonly title: string;
  readonly description: string;
  /** Of the drawing's own units; it is scaled to the width there is. */
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** Some shapes are links: the picture is a group of them, and no image. */
  readonly isLinked?: boolean;
}

export interface Shape {
  /** One of the classes in `static/css/60-pictures.css`. */
  readonly className: string;
  /** SVG path data: lines, boxes and areas alike. */
  readonly path?: string;
  readonly texts?: readonly PictureText[];
  /** Of a shape that leads somewhere; it is then one link, with all its texts. */
  readonly href?: string;
  /** Shown when it is pointed at, and heard. */
  readonly label?: string;
}

export interface PictureText {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
  readonly className?: string;
}
