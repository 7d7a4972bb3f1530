import { useEffect, useState } from 'react';

/**
 * Moves the focus to the heading of the page after each navigation, and returns the heading's text for an announcement;
 * an empty string before the first navigation. `replaceRoute`, which filters and selections use, does not count as a
 * navigation.
 */
export function useHeadingFocus(): string {
  const [announcement, setAnnouncement] = useState('');
  useEffect(() => {
    let stop = () => {};
    const onHashChange = ({ isTrusted }: HashChangeEvent) => {
      if (!isTrusted) return;
      stop();
      stop = followHeading(setAnnouncement);
    };
    window.addEventListener('hashchange', onHashChange);
    return () => {
      window.removeEventListener('hashchange', onHashChange);
      stop();
    };
  }, []);
  return announcement;
}

/**
 * Focuses the heading once it exists, and each heading that replaces it, such as that of a page after its placeholder,
 * until the user presses a key or uses the pointer. Returns a function that stops this.
 */
function followHeading(onFocus: (text: string) => void): () => void {
  let focused: HTMLElement | null = null;
  const update = () => {
    const heading = document.querySelector<HTMLElement>('#main h1');
    if (heading === null || heading === focused) return;
    if (focused !== null && document.activeElement !== document.body) return;
    heading.tabIndex = -1;
    heading.focus();
    // The heading of the previous page stays in the document, hidden, while the next page is loading.
    if (document.activeElement !== heading) return;
    focused = heading;
    onFocus(heading.textContent);
  };
  const observer = new MutationObserver(update);
  const stop = () => {
    observer.disconnect();
    window.removeEventListener('keydown', stop, true);
    window.removeEventListener('pointerdown', stop, true);
  };
  window.addEventListener('keydown', stop, true);
  window.addEventListener('pointerdown', stop, true);
  observer.observe(document.body, { subtree: true, childList: true });
  update();
  return stop;
}
