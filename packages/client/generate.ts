import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

const head = '// Made by `npm run openapi` of src/server/api/openapi.json; do not change by hand.\n\n';

/** The types of the API's paths and things, from its description. */
export async function clientTypes(openapi: string): Promise<string> {
	const ast = await openapiTS(JSON.parse(openapi) as OpenAPI3, { alphabetize: false });
	return head + astToString(ast);
}
