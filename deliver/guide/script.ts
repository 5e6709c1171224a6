/** What the guide's page does: copy, keep ticks, save the icon, show where one is, open everything for the printer. */

/** Plain JavaScript for the page; without it the page is whole, but for its buttons. */
export const pageScript = `
'use strict';
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  const copyText = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without permission, or on a page that counts as insecure: the old way.
      const area = document.createElement('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
  };
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('button.copy');
    if (button === null) return;
    await copyText(button.dataset.copy);
    button.textContent = 'Copied';
    button.classList.add('done');
    setTimeout(() => {
      button.textContent = 'Copy';
      button.classList.remove('done');
    }, 1500);
  });

  for (const button of all('button.png')) {
    button.addEventListener('click', () => {
      const image = new Image();
      image.onload = () => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 244;
        canvas.getContext('2d').drawImage(image, 0, 0, 244, 244);
        const link = document.createElement('a');
        link.download = 'icon.png';
        link.href = canvas.toDataURL('image/png');
        link.click();
      };
      image.src = button.closest('figure').querySelector('img').src;
    });
  }

  const ticks = all('input.tick');
  const kept = 'guide:' + document.title;
  const read = () => {
    try {
      return new Set(JSON.parse(localStorage.getItem(kept) ?? '[]'));
    } catch {
      return new Set();
    }
  };
  const done = read();
  const progress = document.querySelector('.progress');
  const show = () => {
    for (const tick of ticks) tick.closest('.step').classList.toggle('ticked', tick.checked);
    const ticked = ticks.filter((tick) => tick.checked).length;
    progress.textContent = ticked === 0 ? '' : ticked + (ticked === 1 ? ' step done' : ' steps done');
  };
  for (const tick of ticks) {
    tick.checked = done.has(tick.dataset.tick);
    tick.addEventListener('change', () => {
      if (tick.checked) done.add(tick.dataset.tick);
      else done.delete(tick.dataset.tick);
      try {
        localStorage.setItem(kept, JSON.stringify([...done]));
      } catch {
        // The browser keeps nothing; the ticks last as long as the page.
      }
      show();
    });
  }
  show();

  const openTarget = () => {
    const target = location.hash === '' ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const flow = target?.closest('details');
    if (flow) flow.open = true;
    target?.scrollIntoView();
  };
  addEventListener('hashchange', openTarget);
  openTarget();

  let opened = [];
  addEventListener('beforeprint', () => {
    opened = all('details:not([open])');
    for (const each of opened) each.open = true;
  });
  addEventListener('afterprint', () => {
    for (const each of opened) each.open = false;
  });

  const links = new Map(all('.contents a').map((link) => [link.hash.slice(1), link]));
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        for (const link of links.values()) link.removeAttribute('aria-current');
        links.get(entry.target.id)?.setAttribute('aria-current', 'true');
      }
    },
    { rootMargin: '0px 0px -75% 0px' },
  );
  for (const section of all('main > section')) watcher.observe(section);
})();
`;
