//! What follows from signals: a memo whose type is forgotten inside. Every type of a memo is compiled again, two to
//! three kilobytes each; this one is compiled once.

use leptos::prelude::*;
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

/// A memo of `T`. A handle: cheap to copy.
pub struct Derived<T> {
    memo: Memo<Held>,
    of: PhantomData<fn() -> T>,
}

#[derive(Clone)]
struct Held {
    value: Arc<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

type Make = Box<dyn Fn() -> Held + Send + Sync>;

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}

impl<T: PartialEq + Send + Sync + 'static> Derived<T> {
    /// Made anew when a signal it reads has changed, and told on where it differs.
    pub fn new(make: impl Fn() -> T + Send + Sync + 'static) -> Self {
        let memo = memo_of(Box::new(move || Held {
            value: Arc::new(make()),
            same: same::<T>,
        }));
        Self {
            memo,
            of: PhantomData,
        }
    }

    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&held(self.memo.get()))
    }

    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&held(self.memo.get_untracked()))
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
}

fn memo_of(make: Make) -> Memo<Held> {
    Memo::new(move |_| make())
}

fn held<T: Send + Sync + 'static>(held: Held) -> Arc<T> {
    match held.value.downcast() {
        Ok(value) => value,
        Err(_) => unreachable!("it holds what `new` put in"),
    }
}

fn same<T: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    one.downcast_ref::<T>() == other.downcast_ref::<T>()
}
