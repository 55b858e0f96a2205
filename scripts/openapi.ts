// `npm run openapi`: writes the API's description, and the types of its client.
import { mkdirSync, writeFileSync } from 'node:fs';
import { clientTypes } from '../packages/client/generate.ts';
import { openApiText } from '../src/server/api/openapi-text.ts';

writeFileSync('src/server/api/openapi.json', openApiText());
mkdirSync('packages/client/src', { recursive: true });
writeFileSync('packages/client/src/schema.ts', await clientTypes(openApiText()));
