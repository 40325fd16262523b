// Owns a worker as src/python.rs does, for journeys that are about the worker itself. It is not part of
// the release, and keeps no time: a journey says when it has waited long enough.

const { worker: address } = document.querySelector("meta[name=python]").dataset;

class Python {
  #worker;
  #port;
  #waiting = [];
  #said = [];

  // `inside` is the address of a worker that imports the real one; `given` is what an earlier one has left.
  constructor({ inside = null, given = null } = {}) {
    this.#worker = new Worker(inside ?? address, { type: "module" });
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.strange = [];
    // Whoever breaks out would speak here.
    this.#worker.onmessage = ({ data }) => this.strange.push(data);
    this.#worker.onerror = () => this.#hear(["failed", "the worker cannot be loaded"]);
    port1.onmessage = ({ data }) => data[0] !== "loaded" && this.#hear(data);
    this.#worker.postMessage({ port: port2, given }, [port2]);
  }

  // Kept by the page, because Firefox runs each script of a driver in a world of its own.
  static begin(options) {
    globalThis.python = new Python(options);
    return globalThis.python.starts();
  }

  #hear(said) {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(said);
    else this.#said.push(said);
  }

  says() {
    const said = this.#said.shift();
    return said ? Promise.resolve(said) : new Promise((resolve) => this.#waiting.push(resolve));
  }

  async starts() {
    const [word, value] = await this.says();
    if (word === "ready") this.left = value;
    return word === "ready" ? word : `${word}: ${value}`;
  }

  // An answer, or the one word that stands for none.
  async does(task) {
    this.#port.postMessage(JSON.stringify(task));
    const [word, value] = await this.says();
    return word === "answer" ? JSON.parse(value) : word;
  }

  // The same, but it is given up after so many milliseconds.
  async tries(task, patience) {
    const late = new Promise((resolve) => setTimeout(resolve, patience, "late"));
    return Promise.race([this.does(task), late]);
  }

  looks() {
    return new Promise((resolve) => {
      this.#worker.onmessage = ({ data }) => resolve(data);
      this.#worker.postMessage("look");
    });
  }

  ends() {
    this.#worker.terminate();
  }
}

globalThis.Python = Python;
