export { type ClickCounts, importLog, type LogEvent, readLog, stretchesOf } from './clickstream.ts';
export { importOulad, type OuladCounts } from './oulad.ts';
export { cellsOf, rowsOf } from './rows.ts';
