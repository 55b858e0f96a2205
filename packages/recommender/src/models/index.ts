import { unpack } from '../binary.ts';
import { type BlendFile, blendOf, revivedBlend } from '../blend/blend.ts';
import { refuse } from '../errors.ts';
import { reviveModelsWith } from '../kernels/rank-model.ts';
import type { Model, ModelKind, ModelParts } from '../model.ts';
import * as kinds from './kinds.ts';

export * from './kinds.ts';

/** Every algorithm, by the name that its files carry. */
export const modelKinds: ReadonlyMap<string, Pick<ModelKind<object>, 'kind' | 'load' | 'revive'>> = new Map(
	Object.values(kinds).map((kind) => [kind.kind, kind]),
);

/** Loads a saved model of whatever kind, blends included. */
export function loadModel(bytes: Uint8Array): Model {
	const { kind, version, state } = unpack(bytes);
	if (kind === 'blend') {
		if (version !== 1) refuse('unsupported_version', `The file has version ${version} of blend; this is 1.`);
		return blendOf(state as BlendFile, loadModel);
	}
	const known = modelKinds.get(kind) ?? refuse('foreign_file', `No algorithm here is called "${kind}".`);
	return known.load(bytes);
}

/** Puts a model together out of its parts, in whatever thread. */
function revive(parts: ModelParts): Model | undefined {
	return parts.kind === 'blend' ? revivedBlend(parts, revive) : modelKinds.get(parts.kind)?.revive(parts);
}

reviveModelsWith(revive);
