import { unpack } from '../binary.ts';
import { refuse } from '../errors.ts';
import type { Model, ModelKind } from '../model.ts';
import { als } from './als.ts';
import { forward } from './forward.ts';
import { itemNeighbours } from './item-neighbours.ts';
import { popularity } from './popularity.ts';
import { userNeighbours } from './user-neighbours.ts';

export { als, forward, itemNeighbours, popularity, userNeighbours };

/** Every algorithm, by the name that its files carry. */
export const modelKinds: ReadonlyMap<string, Pick<ModelKind<object>, 'kind' | 'load'>> = new Map(
	[als, popularity, itemNeighbours, userNeighbours, forward].map((kind) => [kind.kind, kind]),
);

/** Loads a saved model of whatever kind. */
export function loadModel(bytes: Uint8Array): Model {
	const { kind } = unpack(bytes);
	const known = modelKinds.get(kind) ?? refuse('foreign_file', `No algorithm here is called "${kind}".`);
	return known.load(bytes);
}
