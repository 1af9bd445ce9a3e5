//! What a person typed or chose: a signal whose type is forgotten inside, as that of [`Derived`](super::derived) is.
//! Every type of a signal is compiled again, one to two kilobytes each; this one is compiled once.

use leptos::prelude::*;
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

type Held = Arc<dyn Any + Send + Sync>;

/// A signal of `T`. A handle: cheap to copy. What it holds is dropped when another takes its place.
pub struct Kept<T> {
    signal: RwSignal<Held>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Kept<T> {}

impl<T: Send + Sync + 'static> Kept<T> {
    pub fn new(value: T) -> Self {
        Self {
            signal: RwSignal::new(Arc::new(value)),
            of: PhantomData,
        }
    }

    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&held(self.signal.get()))
    }

    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&held(self.signal.get_untracked()))
    }

    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Takes the place of what it holds, and wakes whoever reads it.
    pub fn set(self, value: T) {
        self.signal.set(Arc::new(value));
    }

    /// The same, but wakes nobody if it holds that already.
    pub fn put(self, value: T)
    where
        T: PartialEq,
    {
        if self.with_untracked(|held| *held != value) {
            self.set(value);
        }
    }

    /// Changes what it holds.
    pub fn update(self, change: impl FnOnce(&mut T))
    where
        T: Clone,
    {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }
}

fn held<T: Send + Sync + 'static>(held: Held) -> Arc<T> {
    match held.downcast() {
        Ok(value) => value,
        Err(_) => unreachable!("it holds what `new` put in"),
    }
}
