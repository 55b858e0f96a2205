export { addToColumn, arrangeColumn, type ColumnPlace, listColumn, removeFromColumn } from './columns.ts';
export { articleError } from './errors.ts';
export { article, column } from './kind.ts';
