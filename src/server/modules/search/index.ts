export { segmenter as warmUp } from '../../platform/text/segment.ts';
export { handlers, jobs } from './handlers.ts';
export type { Segment } from './highlight.ts';
export { indexItem, indexItems, removeItem } from './index-item.ts';
export type { SortOrder } from './queries.ts';
export {
	type ParsedQuery,
	parseQuery,
	type QueryFilters,
	type QueryProblem,
	type QueryState,
} from './query.ts';
export { type ReindexProgress, reindexAll } from './reindex.ts';
export { type SearchInput, searchSchema } from './schemas.ts';
export { type Hit, maxPages, pageSize, retrieve, type SearchResult, search } from './search.ts';
export { type CourseHits, type LessonHit, searchCourse } from './search-course.ts';
export { type Suggestions, suggest } from './suggest.ts';
export { rebalanceTiers } from './tiers.ts';
