import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** `- [ ]` and `- [x]`: the mark becomes a checkbox token, list and item get their classes. */
function tasks(state: StateCore): void {
	const { tokens } = state;
	const lists: Token[] = [];
	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i] as Token;
		if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') lists.push(token);
		else if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') lists.pop();
		if (token.type !== 'list_item_open') continue;
		const inline = tokens[i + 2];
		const first = inline?.type === 'inline' ? inline.children?.[0] : undefined;
		if (first?.type !== 'text' || !/^\[[ xX]\] /.test(first.content)) continue;
		const box = new state.Token('task_box', 'input', 0);
		box.meta = { done: first.content[1] !== ' ' };
		first.content = first.content.slice(3);
		inline?.children?.unshift(box);
		token.attrJoin('class', 'task-item');
		const list = lists.at(-1);
		if (list !== undefined && list.attrGet('class') === null) list.attrSet('class', 'task-list');
	}
}

export function taskLists(md: MarkdownIt): void {
	md.core.ruler.after('inline', 'tasks', tasks);
}
