//! A worker, and our end of what leads to it. It knows nothing of what is said.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageChannel, MessageEvent, MessagePort, Worker, WorkerOptions, WorkerType};

/// It lasts as long as this does.
pub(crate) struct Link {
    worker: Worker,
    port: MessagePort,
    hears: Closure<dyn FnMut(MessageEvent)>,
    fails: Closure<dyn FnMut(JsValue)>,
}

impl Link {
    /// Starts the worker at an address, with what an earlier one has left for it. `hears` gets what it says, and
    /// `fails` is called when it cannot be loaded.
    pub(crate) fn open(
        address: &str,
        given: Option<&JsValue>,
        hears: impl FnMut(MessageEvent) + 'static,
        fails: impl FnMut(JsValue) + 'static,
    ) -> Result<Link, JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(address, &options)?;
        let channel = MessageChannel::new()?;
        let link = Link {
            worker,
            port: channel.port1(),
            hears: Closure::new(hears),
            fails: Closure::new(fails),
        };
        link.port
            .set_onmessage(Some(link.hears.as_ref().unchecked_ref()));
        link.worker
            .set_onerror(Some(link.fails.as_ref().unchecked_ref()));
        let first = Object::new();
        Reflect::set(&first, &"port".into(), &channel.port2())?;
        if let Some(given) = given {
            Reflect::set(&first, &"given".into(), given)?;
        }
        let moved = Array::of1(&channel.port2());
        link.worker.post_message_with_transfer(&first, &moved)?;
        Ok(link)
    }

    /// Sends a task; `None` when it cannot be sent.
    pub(crate) fn send(&self, task: &str) -> Option<()> {
        self.port.post_message(&task.into()).ok()
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.port.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
