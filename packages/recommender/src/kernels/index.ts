import { alsRows, gramParts, turnRowsBy } from './als.ts';
import { bprDeal, bprTiles } from './bpr.ts';
import { denseRows, sparseRows } from './dense-rows.ts';
import { filterRows } from './filter-rows.ts';
import { neighbours } from './neighbours.ts';
import { rankFactors } from './rank-factors.ts';
import { rankModel } from './rank-model.ts';
import { rankRows } from './rank-rows.ts';
import { adamBlocks, candidateTiles, encodeGroups, packCandidates, sequenceGroups } from './sequence.ts';
import { slimColumns } from './slim.ts';
import { sweepRows } from './sweep.ts';

/** Work that threads can do: a context (plain values and shared arrays) makes a function over a range of indexes. */
export const kernels = {
	neighbours,
	rankFactors,
	rankModel,
	rankRows,
	alsRows,
	gramParts,
	turnRowsBy,
	bprDeal,
	bprTiles,
	slimColumns,
	sparseRows,
	denseRows,
	filterRows,
	sweepRows,
	encodeGroups,
	sequenceGroups,
	packCandidates,
	candidateTiles,
	adamBlocks,
} as const;

export type KernelName = keyof typeof kernels;
