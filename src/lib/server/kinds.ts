// Loading a kind's module registers the kind: whatever shows items must have done so.
import '#server/modules/articles/index.ts';
import '#server/modules/assessments/index.ts';
import '#server/modules/assignments/index.ts';
import '#server/modules/courses/index.ts';
import '#server/modules/discussions/index.ts';
import '#server/modules/questions/index.ts';
import '#server/modules/scorm/index.ts';
import '#server/modules/snippets/index.ts';

export { kindByPath, kinds } from '#server/modules/items/index.ts';
