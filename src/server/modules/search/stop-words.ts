/**
 * Words too common to tell one text from another. They are left out of bodies, kept in titles (so that a query
 * of nothing else still finds something) and count as places within a phrase.
 */
export const stopWords: ReadonlySet<string> = new Set(
	`a an the this that these those
	i me my we us our you your he him his she her it its they them their
	am is are was were be been being do does did done have has had having
	can could will would shall should may might must
	and or but if so as than then because while
	of at by for with about into from to in on off over under out up down
	what which who whom whose how why when where
	not no nor too very just also only same such own each any all both more most some other there here
	get got use using used
	的 了 着 过 和 与 及 或 是 在 有 我 你 他 她 它 们 这 那 之 其 也 都 就 还 又 但 而 且 吗 呢 吧 啊 把 被 让 给 对 从 到 向 于 以 为 因 所 不 没 很 个 些 种 样 请 会 能 要 用 做 说 看
	我们 你们 他们 这个 那个 这些 那些 这样 那样 一个 一些 一种 可以 可能 如果 因为 所以 但是 而且 或者 以及 并且 就是 不是 没有 还是 已经 什么 怎么 怎样 如何 为什么 哪些 哪个 吗 时候 进行 通过 使用 其中 之后 之前 由于 对于 关于`.split(
		/\s+/,
	),
);
