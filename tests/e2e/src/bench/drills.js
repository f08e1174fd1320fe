// Runs in every page before its own scripts: what is done many times over, as the benchmarks of the peers do it.
(() => {
  'use strict';
  if (window !== window.top) return;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const pause = (time) => new Promise((done) => setTimeout(done, time));

  Object.assign(globalThis.kithProbe, {
    // Milliseconds of each frame while the list moves by so many pixels a frame.
    async scroll(frames, step) {
      const scroller = document.querySelector('.table-scroller');
      scroller.scrollTop = 0;
      await pause(200);
      const end = scroller.scrollHeight - scroller.clientHeight - 1;
      const times = [];
      let last = await frame();
      for (let number = 0; number < frames; number += 1) {
        // Each look costs a layout, as it does the peers.
        const top = scroller.scrollTop;
        scroller.scrollTop = top < end ? top + step : 0;
        const now = await frame();
        times.push(now - last);
        last = now;
      }
      scroller.scrollTop = 0;
      return times;
    },

    // Milliseconds of each question to the worker; one after the other, with nothing else going on.
    async search(texts) {
      const times = [];
      for (const text of texts) {
        times.push(await globalThis.kithProbe.ask(text));
        await pause(5);
      }
      return times;
    },
  });
})();
