/** What a term does in a proposition: `beside` are times, aims, relative clauses and other circumstances. */
export type Role = 'head' | 'agent' | 'object' | 'other' | 'beside';
