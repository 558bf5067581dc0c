/** The query is right, but has a construct that this evaluator does not have: ask another engine. */
export class NotCompiled extends Error {
  constructor(construct: string) {
    super(`not compiled: ${construct}`);
  }
}
