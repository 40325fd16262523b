//! What Python is doing, and what has to be done next. It knows no browser: what happened is an
//! argument, and what to do is an answer.

/// What Python is doing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Status {
    /// Nobody has asked for it; nothing is loaded.
    Off,
    /// The pack comes over the network, in bytes.
    Downloading {
        /// So far.
        done: u32,
        /// In the end.
        total: u32,
    },
    /// It is on this device, and starts.
    Starting,
    /// It waits for a program.
    Ready,
    /// A program runs.
    Running,
    /// A program was ended together with its Python, and another one starts.
    Stopped,
    /// It does not start. Asking again tries again.
    Broken(Why),
}

/// Why Python does not start.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// This copy of the app comes without it.
    Missing,
    /// Its files could not be loaded, or not be started.
    Failed,
    /// It gave no sign of life in time.
    Silent,
}

impl Why {
    /// What happened, what is safe, and what to do.
    pub fn sentence(self) -> &'static str {
        match self {
            Why::Missing => "This copy of Pydrill comes without Python. Everything else works.",
            Why::Failed => {
                "Python could not be loaded. Your code is safe; check the connection and try again."
            }
            Why::Silent => {
                "Python did not start in time. Your code is safe; close other tabs and try again."
            }
        }
    }
}

/// What has happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Event {
    /// The person wants it, with or without a program.
    Asked,
    /// More bytes have come over the network.
    Loaded {
        /// Since the last time.
        more: u32,
        /// In the end.
        total: u32,
    },
    /// It has started.
    Started,
    /// A program was given to it.
    Began,
    /// The program has ended by itself.
    Answered,
    /// The interpreter has broken.
    Lost,
    /// The person has stopped it.
    Stopped,
    /// It has said nothing for too long.
    Late,
    /// It cannot start.
    Failed(Why),
}

/// What has to be done about it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Deed {
    /// Nothing.
    Nothing,
    /// Start a worker.
    Start,
    /// End the worker.
    End,
    /// End the worker and start another.
    Restart,
}

/// Whether a program can be taken on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Room {
    /// Now.
    Now,
    /// As soon as it has started.
    Soon,
    /// Not while another one runs.
    No,
}

impl Status {
    /// What follows. What cannot happen in a state, such as the answer of a worker that was ended,
    /// changes nothing.
    pub(crate) fn after(self, event: Event) -> (Status, Deed) {
        match (self, event) {
            (Status::Off | Status::Broken(_), Event::Asked) => (Status::Starting, Deed::Start),
            (Status::Starting, Event::Loaded { more, total }) => {
                (loading(more, total), Deed::Nothing)
            }
            (Status::Downloading { done, .. }, Event::Loaded { more, total }) => {
                (loading(done.saturating_add(more), total), Deed::Nothing)
            }
            (Status::Starting | Status::Downloading { .. } | Status::Stopped, Event::Started) => {
                (Status::Ready, Deed::Nothing)
            }
            (Status::Ready, Event::Began) => (Status::Running, Deed::Nothing),
            (Status::Running, Event::Answered) => (Status::Ready, Deed::Nothing),
            // It may also break while it puts back what the last program has changed.
            (Status::Running, Event::Lost | Event::Stopped | Event::Late)
            | (Status::Ready, Event::Lost) => (Status::Stopped, Deed::Restart),
            (Status::Starting | Status::Downloading { .. }, Event::Stopped) => {
                (Status::Off, Deed::End)
            }
            (Status::Starting | Status::Downloading { .. } | Status::Stopped, Event::Late) => {
                (Status::Broken(Why::Silent), Deed::End)
            }
            (_, Event::Failed(why)) => (Status::Broken(why), Deed::End),
            (status, _) => (status, Deed::Nothing),
        }
    }

    /// How far the download is, while there is one: bytes that came, and bytes in the end.
    pub fn progress(&self) -> Option<(u32, u32)> {
        match self {
            Status::Downloading { done, total } => Some((*done, *total)),
            Status::Off
            | Status::Starting
            | Status::Ready
            | Status::Running
            | Status::Stopped
            | Status::Broken(_) => None,
        }
    }

    /// For tests and styles.
    pub fn name(&self) -> &'static str {
        match self {
            Status::Off => "off",
            Status::Downloading { .. } => "downloading",
            Status::Starting => "starting",
            Status::Ready => "ready",
            Status::Running => "running",
            Status::Stopped => "stopped",
            Status::Broken(_) => "broken",
        }
    }

    /// Whether a program can be taken on.
    pub(crate) fn room(&self) -> Room {
        match self {
            Status::Ready => Room::Now,
            Status::Running => Room::No,
            Status::Off
            | Status::Downloading { .. }
            | Status::Starting
            | Status::Stopped
            | Status::Broken(_) => Room::Soon,
        }
    }
}

fn loading(done: u32, total: u32) -> Status {
    if done < total {
        Status::Downloading { done, total }
    } else {
        Status::Starting
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: Status, events: &[Event], expected: (Status, Deed)) {
        let start = (from, Deed::Nothing);
        let reached = events
            .iter()
            .fold(start, |(status, _), event| status.after(*event));
        assert_eq!(reached, expected, "{events:?}");
    }

    const SOME: Event = Event::Loaded { more: 6, total: 10 };

    #[test]
    fn the_first_program_loads_and_starts_python() {
        check(
            Status::Off,
            &[Event::Asked],
            (Status::Starting, Deed::Start),
        );
        let halfway = Status::Downloading { done: 6, total: 10 };
        check(Status::Starting, &[SOME], (halfway, Deed::Nothing));
        check(
            Status::Starting,
            &[SOME, SOME],
            (Status::Starting, Deed::Nothing),
        );
        check(
            Status::Starting,
            &[Event::Started],
            (Status::Ready, Deed::Nothing),
        );
        check(
            Status::Ready,
            &[Event::Began],
            (Status::Running, Deed::Nothing),
        );
        check(
            Status::Running,
            &[Event::Answered],
            (Status::Ready, Deed::Nothing),
        );
    }

    #[test]
    fn whatever_ends_a_program_from_outside_another_python_starts() {
        for end in [Event::Stopped, Event::Late, Event::Lost] {
            check(Status::Running, &[end], (Status::Stopped, Deed::Restart));
            check(
                Status::Running,
                &[end, Event::Started],
                (Status::Ready, Deed::Nothing),
            );
        }
        check(
            Status::Ready,
            &[Event::Lost],
            (Status::Stopped, Deed::Restart),
        );
    }

    #[test]
    fn a_start_can_be_stopped_and_does_not_last_for_ever() {
        check(
            Status::Starting,
            &[SOME, Event::Stopped],
            (Status::Off, Deed::End),
        );
        for from in [Status::Starting, Status::Stopped] {
            check(
                from,
                &[Event::Late],
                (Status::Broken(Why::Silent), Deed::End),
            );
        }
    }

    #[test]
    fn what_is_broken_is_tried_again_when_the_person_asks() {
        let broken = Status::Broken(Why::Failed);
        check(
            Status::Starting,
            &[Event::Failed(Why::Failed)],
            (broken.clone(), Deed::End),
        );
        check(broken, &[Event::Asked], (Status::Starting, Deed::Start));
    }

    #[test]
    fn what_comes_too_late_changes_nothing() {
        for event in [Event::Answered, Event::Late, Event::Stopped, Event::Asked] {
            check(Status::Ready, &[event], (Status::Ready, Deed::Nothing));
        }
        check(
            Status::Off,
            &[Event::Answered],
            (Status::Off, Deed::Nothing),
        );
        check(
            Status::Stopped,
            &[Event::Answered],
            (Status::Stopped, Deed::Nothing),
        );
    }

    #[test]
    fn one_program_runs_at_a_time() {
        assert_eq!(Status::Running.room(), Room::No);
        assert_eq!(Status::Ready.room(), Room::Now);
        assert_eq!(Status::Stopped.room(), Room::Soon);
    }
}
