// What the bot shows changes by itself; what is being typed stays.
setInterval(async () => {
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of ['nav', 'main']) {
    const shown = document.querySelector(part);
    const now = page.querySelector(part);
    if (shown.innerHTML !== now.innerHTML) shown.replaceWith(now);
  }
}, 3000);
