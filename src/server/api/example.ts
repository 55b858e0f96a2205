interface Schema {
	$ref?: string;
	type?: string | string[];
	enum?: unknown[];
	const?: unknown;
	anyOf?: Schema[];
	oneOf?: Schema[];
	allOf?: Schema[];
	properties?: Record<string, Schema>;
	items?: Schema;
	example?: unknown;
	default?: unknown;
}

/** A value of a schema, made of the examples of its parts; with one thing in each list. */
export function exampleOf(document: { components?: { schemas?: object } }, schema: Schema): unknown {
	if (schema.example !== undefined) return schema.example;
	if (schema.$ref) {
		const name = schema.$ref.split('/').at(-1)!;
		const named = (document.components?.schemas ?? {}) as Record<string, Schema>;
		return exampleOf(document, named[name] ?? {});
	}
	if (schema.default !== undefined) return schema.default;
	if (schema.enum) return schema.enum[0];
	if (schema.const !== undefined) return schema.const;
	if (schema.allOf) return Object.assign({}, ...schema.allOf.map((one) => exampleOf(document, one)));
	const choices = schema.anyOf ?? schema.oneOf;
	if (choices)
		return choices.some((one) => one.type === 'null') ? null : exampleOf(document, choices[0] ?? {});
	const types = [schema.type].flat();
	if (types.includes('null')) return null;
	if (types.includes('object') && schema.properties) {
		return Object.fromEntries(
			Object.entries(schema.properties).map(([name, part]) => [name, exampleOf(document, part)]),
		);
	}
	if (types.includes('array')) return schema.items ? [exampleOf(document, schema.items)] : [];
	if (types.includes('boolean')) return false;
	if (types.includes('integer') || types.includes('number')) return 1;
	if (types.includes('object')) return {};
	return types.includes('string') ? 'text' : null;
}
