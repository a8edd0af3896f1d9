/** A tracked file: its path from the root with forward slashes, and its text. */
export type SourceFile = { path: string; text: string }

/** What a rule finds: where, and what to do instead. */
export type Fault = { path: string; line: number; message: string }

/** Something that holds for every file it applies to. */
export type Rule = (file: SourceFile) => Fault[]
