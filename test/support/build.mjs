/** Before the end-to-end tests: the built program is that of the sources as they are now. */
import { build } from '../../bin/ready.mjs';

export default function setup() {
  build();
}
