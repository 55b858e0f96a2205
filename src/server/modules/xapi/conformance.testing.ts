// What the specification of xAPI 1.0.3 demands of a statement that is sent (part two, 2.4), as far as statements of this
// place can break it. It stands apart from what writes them: a fault on one side is not repeated on the other.

const iri = (value: unknown) => typeof value === 'string' && /^[a-z][a-z0-9+.-]*:\S+$/i.test(value);
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const languageTag = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/;
const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/;
const duration = /^P(?=.)(?:\d+(?:\.\d+)?[YMWD])*(?:T(?=.)(?:\d+(?:\.\d+)?[HMS])+)?$/;

type Thing = Record<string, unknown>;
const isThing = (value: unknown): value is Thing =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** @returns what is wrong, one line a fault; empty when the statement may be sent */
export function faultsOf(statement: unknown): string[] {
	const faults: string[] = [];
	const say = (right: boolean, fault: string) => {
		if (!right) faults.push(fault);
	};
	const only = (thing: Thing, where: string, names: string[]) => {
		for (const name of Object.keys(thing))
			say(names.includes(name), `${where}.${name} is not a property of xAPI`);
	};
	const map = (value: unknown, where: string) => {
		say(isThing(value), `${where} is no language map`);
		if (isThing(value))
			for (const [tag, text] of Object.entries(value)) {
				say(languageTag.test(tag), `${where}.${tag} is no language of RFC 5646`);
				say(typeof text === 'string' && text !== '', `${where}.${tag} is no text`);
			}
	};
	const activity = (value: unknown, where: string) => {
		if (!isThing(value)) return say(false, `${where} is missing`);
		only(value, where, ['objectType', 'id', 'definition']);
		say(iri(value.id), `${where}.id is no IRI`);
		if (value.definition === undefined) return;
		const definition = value.definition as Thing;
		only(definition, `${where}.definition`, ['name', 'description', 'type', 'moreInfo', 'extensions']);
		if (definition.type !== undefined) say(iri(definition.type), `${where}.definition.type is no IRI`);
		if (definition.name !== undefined) map(definition.name, `${where}.definition.name`);
	};
	// No property may be null (2.2), however deep.
	const noNull = (value: unknown, where: string): void => {
		say(value !== null, `${where} is null`);
		if (isThing(value)) for (const [name, inner] of Object.entries(value)) noNull(inner, `${where}.${name}`);
		if (Array.isArray(value)) for (const [at, inner] of value.entries()) noNull(inner, `${where}[${at}]`);
	};

	if (!isThing(statement)) return ['It is no object'];
	noNull(statement, 'statement');
	only(statement, 'statement', [
		'id',
		'actor',
		'verb',
		'object',
		'result',
		'context',
		'timestamp',
		'version',
	]);
	say(typeof statement.id === 'string' && uuid.test(statement.id), 'id is no UUID');
	const actor = isThing(statement.actor) ? statement.actor : {};
	only(actor, 'actor', ['objectType', 'name', 'mbox', 'mbox_sha1sum', 'openid', 'account']);
	const named = ['mbox', 'mbox_sha1sum', 'openid', 'account'].filter((name) => actor[name] !== undefined);
	say(named.length === 1, `an actor has exactly one identifier, this one ${named.length}`);
	if (actor.mbox !== undefined)
		say(/^mailto:[^@\s]+@[^@\s]+$/.test(String(actor.mbox)), 'actor.mbox is no mailto IRI');
	if (isThing(actor.account)) {
		only(actor.account, 'actor.account', ['homePage', 'name']);
		say(iri(actor.account.homePage), 'actor.account.homePage is no IRL');
		say(typeof actor.account.name === 'string' && actor.account.name !== '', 'actor.account.name is no text');
	}
	const verb = isThing(statement.verb) ? statement.verb : {};
	only(verb, 'verb', ['id', 'display']);
	say(iri(verb.id), 'verb.id is no IRI');
	map(verb.display, 'verb.display');
	activity(statement.object, 'object');
	if (statement.result !== undefined) {
		const result = statement.result as Thing;
		only(result, 'result', ['score', 'success', 'completion', 'response', 'duration', 'extensions']);
		for (const flag of ['success', 'completion'])
			if (result[flag] !== undefined) say(typeof result[flag] === 'boolean', `result.${flag} is no boolean`);
		if (result.duration !== undefined)
			say(duration.test(String(result.duration)), 'result.duration is not ISO 8601');
		if (isThing(result.score)) {
			only(result.score, 'result.score', ['scaled', 'raw', 'min', 'max']);
			const { scaled } = result.score;
			say(
				typeof scaled === 'number' && scaled >= -1 && scaled <= 1,
				'result.score.scaled is not from -1 to 1',
			);
		}
	}
	if (statement.context !== undefined) {
		const context = statement.context as Thing;
		only(context, 'context', ['registration', 'contextActivities', 'platform', 'language', 'extensions']);
		if (context.registration !== undefined)
			say(uuid.test(String(context.registration)), 'context.registration is no UUID');
		if (context.language !== undefined)
			say(languageTag.test(String(context.language)), 'context.language is no language');
		for (const [way, list] of Object.entries(
			(context.contextActivities ?? {}) as Record<string, unknown[]>,
		)) {
			say(['parent', 'grouping', 'category', 'other'].includes(way), `contextActivities.${way} is not a way`);
			for (const [at, one] of list.entries()) activity(one, `contextActivities.${way}[${at}]`);
		}
	}
	say(timestamp.test(String(statement.timestamp)), 'timestamp is not RFC 3339');
	if (statement.version !== undefined)
		say(/^1\.0\.\d+$/.test(String(statement.version)), 'version is not 1.0.x');
	return faults;
}
