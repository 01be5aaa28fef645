// `npm run schema`: writes docs/dossier.schema.json from the schema that the code checks; a test compares the two.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dossierJsonSchema } from '../src/model/dossier-schema.ts';

writeFileSync(
  join(import.meta.dirname, '..', 'docs', 'dossier.schema.json'),
  `${JSON.stringify(dossierJsonSchema(), null, 2)}\n`,
);
