export { crc32, pack, type State, unpack } from './binary.ts';
export { type BlendPart, blend } from './blend/blend.ts';
export type { Fusion } from './blend/fusion.ts';
export { type LearnOptions, learnWeights } from './blend/learn.ts';
export type { Control } from './control.ts';
export { type Csr, columnCounts, csrFromRows, rowOf, transpose } from './data/csr.ts';
export { type Id, IdMap, numberedIds } from './data/ids.ts';
export {
	type Columns,
	type Content,
	type Interaction,
	type Interactions,
	interactions,
	interactionsFromColumns,
	interactionsFromHistories,
} from './data/interactions.ts';
export { sampleNegatives } from './data/negatives.ts';
export {
	leaveLastOut,
	only,
	type Split,
	splitAtTime,
	splitLastShare,
	splitRandomShare,
} from './data/splits.ts';
export { RecommenderError, type RecommenderErrorCode } from './errors.ts';
export {
	type Accuracy,
	type AccuracyName,
	accuracy,
	accuracyNames,
	type Measure,
	sampledAccuracy,
} from './evaluate/accuracy.ts';
export { concentration, coverage, diversity, miscalibration, novelty } from './evaluate/beyond.ts';
export { type Comparison, compare } from './evaluate/bootstrap.ts';
export { type Rankings, type RankOptions, rankAll, rankSampled } from './evaluate/rankings.ts';
export { type Space, search, type Trial } from './evaluate/search.ts';
export {
	defineModel,
	type Explanation,
	type Model,
	type ModelDefinition,
	type ModelKind,
	type Profile,
	type Query,
	type RecommendOptions,
	type Scored,
} from './model.ts';
export * from './models/index.ts';
export { closeThreads } from './parallel/run.ts';
export { type Random, random, shuffle } from './random.ts';
export {
	type IdOptions,
	type IdQuery,
	loadRecommender,
	type Recommender,
	recommender,
} from './recommender.ts';
export { calibrate } from './rerank/calibrate.ts';
export { capPer } from './rerank/cap.ts';
export { diversify, featureLikeness } from './rerank/diversify.ts';
export { type Explored, explore } from './rerank/explore.ts';
export { allOf, type Filter, noneOf, oneOf, within } from './rerank/filters.ts';
export { type Top, topK } from './top-k.ts';
