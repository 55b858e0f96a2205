import { z } from 'zod';

/** What models judge: whether a text is spam, whether it hurts somebody, whether its writer is content. */
export const modelTasks = ['spam', 'toxic', 'sentiment'] as const;
export type ModelTask = (typeof modelTasks)[number];
export const taskSchema = z.enum(modelTasks, 'checks.task_unknown');

/** With fewer examples of either class a model would learn them by heart: there is none then. */
export const fewestOfAClass = 50;
