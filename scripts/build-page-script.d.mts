export function buildPageScript(options?: {
  write?: boolean;
  outdir?: string;
}): Promise<{ script: string; css: string }>;
