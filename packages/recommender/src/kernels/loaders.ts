import type { KernelName, kernels } from './index.ts';

type Kernels = typeof kernels;

/** What each kernel needs and no more: a thread is at work the sooner, the less it has to load. */
const loaders: { [K in KernelName]: () => Promise<Kernels[K]> } = {
	neighbours: async () => (await import('./neighbours.ts')).neighbours,
	rankFactors: async () => (await import('./rank-factors.ts')).rankFactors,
	async rankModel() {
		// For its effect: how models are put together.
		await import('../models/index.ts');
		return (await import('./rank-model.ts')).rankModel;
	},
	rankRows: async () => (await import('./rank-rows.ts')).rankRows,
	alsRows: async () => (await import('./als.ts')).alsRows,
	gramParts: async () => (await import('./als.ts')).gramParts,
	turnRowsBy: async () => (await import('./als.ts')).turnRowsBy,
	bprDeal: async () => (await import('./bpr.ts')).bprDeal,
	bprTiles: async () => (await import('./bpr.ts')).bprTiles,
	slimColumns: async () => (await import('./slim.ts')).slimColumns,
	sparseRows: async () => (await import('./dense-rows.ts')).sparseRows,
	denseRows: async () => (await import('./dense-rows.ts')).denseRows,
	filterRows: async () => (await import('./filter-rows.ts')).filterRows,
	sweepRows: async () => (await import('./sweep.ts')).sweepRows,
	encodeGroups: async () => (await import('./sequence.ts')).encodeGroups,
	sequenceGroups: async () => (await import('./sequence.ts')).sequenceGroups,
	packCandidates: async () => (await import('./sequence.ts')).packCandidates,
	candidateTiles: async () => (await import('./sequence.ts')).candidateTiles,
	adamBlocks: async () => (await import('./sequence.ts')).adamBlocks,
};

const loaded = new Map<KernelName, Promise<Kernels[KernelName]>>();

export function loadKernel(name: KernelName): Promise<Kernels[KernelName]> {
	let kernel = loaded.get(name);
	if (!kernel) {
		kernel = loaders[name]();
		loaded.set(name, kernel);
	}
	return kernel;
}
