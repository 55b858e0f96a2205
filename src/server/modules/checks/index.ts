export { textCheck } from './check-text.ts';
export { checksError } from './errors.ts';
export { checkHandlers } from './handlers.ts';
export { countExamples, dropSet, keepSet, type OriginCount } from './models/examples.ts';
export { listModels, type ModelVersion, type TaskState, useModel } from './models/list-models.ts';
export { readSet, type SetShape } from './models/read-set.ts';
export { fewestOfAClass, type ModelTask, modelTasks, taskSchema } from './models/task.ts';
export { type ModelReport, type Trained, trainModel, worthUsing } from './models/train.ts';
export {
	type OutsideModel,
	type OutsideOpinion,
	type OutsideSettings,
	openOutsideModel,
} from './outside-model.ts';
export {
	listStopped,
	readMood,
	reasonsOn,
	type Stopped,
	type TextChecked,
	type WeekOfTexts,
} from './read-checks.ts';
export type { CheckReason } from './reason.ts';
export { recheckRecent } from './recheck.ts';
export { actions, type CheckAction, type CheckName, type CheckRule, checkNames, shares } from './rules.ts';
export { askRecheck, askTraining, type CheckRun, checkJobs, listRuns } from './runs.ts';
export {
	type CheckDomain,
	type DomainInput,
	domainSchema,
	forgetDomain,
	listDomains,
	setDomain,
} from './set-domains.ts';
export {
	type CheckList,
	changeList,
	createList,
	deleteList,
	type ListChange,
	type ListInput,
	type ListWritten,
	listChangeSchema,
	listLists,
	listSchema,
	readList,
} from './set-lists.ts';
export { listRules, type RuleRow, resetRule, setRule } from './set-rules.ts';
export { qualityOf } from './text-model/quality.ts';
export { type Tried, trySchema, tryText } from './try-text.ts';
