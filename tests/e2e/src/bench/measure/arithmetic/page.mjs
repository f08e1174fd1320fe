// A worker, as the app has one, and a way to ask it.
const worker = new Worker("worker.mjs", { type: "module" });
const heard = () => new Promise((answered, failed) => {
  worker.onmessage = ({ data }) => (data.failure ? failed(new Error(data.failure)) : answered(data.answer));
  worker.onerror = (event) => failed(new Error(event.message || "the worker cannot be started"));
});
const ready = heard();
globalThis.ask = async (question) => {
  await ready;
  const answer = heard();
  worker.postMessage(question);
  return answer;
};
