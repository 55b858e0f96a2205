/** The few words that rendering itself adds, in the language of the text. */
export interface Labels {
	/** Before the names of the columns. */
	table: string;
	untitledTable: string;
	separator: string;
	backToText: string;
	done: string;
	todo: string;
	callouts: Record<string, string>;
}

const zh: Labels = {
	table: '表格：',
	untitledTable: '表格',
	separator: '、',
	backToText: '回到正文',
	done: '已完成',
	todo: '未完成',
	callouts: {
		tip: '提示',
		info: '信息',
		note: '说明',
		important: '重要',
		warning: '注意',
		danger: '危险',
		caution: '警告',
		details: '详情',
		spoiler: '剧透，点开查看',
	},
};

const en: Labels = {
	table: 'Table: ',
	untitledTable: 'Table',
	separator: ', ',
	backToText: 'Back to text',
	done: 'done',
	todo: 'to do',
	callouts: {
		tip: 'Tip',
		info: 'Info',
		note: 'Note',
		important: 'Important',
		warning: 'Warning',
		danger: 'Danger',
		caution: 'Caution',
		details: 'Details',
		spoiler: 'Spoiler, open to read',
	},
};

export function labelsFor(locale = 'zh-CN'): Labels {
	return locale.toLowerCase().startsWith('zh') ? zh : en;
}
