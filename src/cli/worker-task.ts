import type { Document } from '../model/document.ts';
import type { ErrorCode } from '../model/errors.ts';
import type { AnnotateOptions } from '../pipeline/annotate-document.ts';
import type { Line } from './line-reader.ts';

/** What a worker is asked to do. */
export type Task =
  | { readonly task: 'attribute'; readonly lines: readonly Line[]; readonly options: AnnotateOptions }
  | { readonly task: 'annotate'; readonly documents: readonly Document[]; readonly options: AnnotateOptions };

/** What it answers: the results in the order of the task, or the error that ends the work. */
export type Answer =
  | { readonly results: readonly unknown[] }
  | { readonly failure: { readonly code: ErrorCode | undefined; readonly message: string } };
