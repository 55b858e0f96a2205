/** What WeChat puts into pages that are open in it. */
interface Bridge {
	invoke: (name: string, values: Record<string, string>, done: (answer: { err_msg: string }) => void) => void;
}

const bridge = () => (window as { WeixinJSBridge?: Bridge }).WeixinJSBridge;

/** The button that opens WeChat's own window for paying; elsewhere the page says what to do instead. */
export function wechatPay(): void {
	const button = document.querySelector<HTMLElement>('[data-wechat-pay]');
	if (!button) return;
	const { wechatPay: values = '{}', wechatCall: name = '', wechatDone: done = '/orders' } = button.dataset;
	const open = () =>
		bridge()?.invoke(name, JSON.parse(values) as Record<string, string>, ({ err_msg }) => {
			// What the window says is no proof: the place it leads to asks WeChat Pay.
			if (err_msg.endsWith(':ok')) location.assign(done);
		});
	const ready = () => {
		button.hidden = false;
		for (const note of document.querySelectorAll<HTMLElement>('[data-wechat-missing]')) note.hidden = true;
		button.addEventListener('click', open);
		open();
	};
	if (bridge()) ready();
	else document.addEventListener('WeixinJSBridgeReady', ready, { once: true });
}
