export { qualityHandlers } from './handlers.ts';
export { qualityJob, writeDay, writeDays } from './health.ts';
export { explain, type ItemQuality, listPoorItems, type PoorItem, readQuality } from './queries.ts';
export { type HealthWeek, readHealth } from './read-health.ts';
export { type QualityParts, UPHELD_LEAVES, weights } from './score.ts';
export { scoreItems, scoreStale } from './update.ts';
