// Runs jobs on the page's own wasm module: the first message brings the module, every later one a job.
// The code that runs here calls nothing of the page, so that its imports are never reached.
let module, wasm;

const unreachable = () => { throw new Error("not available in the worker"); };

const start = () => {
  const imports = {};
  for (const wanted of WebAssembly.Module.imports(module)) {
    (imports[wanted.module] ??= {})[wanted.name] = unreachable;
  }
  wasm = new WebAssembly.Instance(module, imports).exports;
};

const run = job => {
  const at = wasm.worker_reserve(job.length);
  new Uint8Array(wasm.memory.buffer, at, job.length).set(job);
  const answer = wasm.worker_run(at, job.length);
  const length = new DataView(wasm.memory.buffer).getUint32(answer, true);
  const bytes = new Uint8Array(wasm.memory.buffer, answer + 4, length).slice();
  wasm.worker_release(answer, length + 4);
  return bytes;
};

onmessage = ({ data }) => {
  if (data instanceof WebAssembly.Module) {
    module = data;
    start();
    return;
  }
  try {
    postMessage(run(data));
  } catch (error) {
    console.error(error);
    // The instance may be damaged; the next job gets a fresh one.
    start();
    postMessage(null);
  } finally {
    data.fill(0);
  }
};
