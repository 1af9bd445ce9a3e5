//! RSA keys, made by the browser: finding primes takes long, and it does so away from the page's thread.

use super::window;
use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::CryptoKeyPair;
use zeroize::Zeroizing;

/// Calls back with a fresh private key of 2048 bits as a JWK, or with nothing where the browser makes none: it
/// does so for pages from a secure address only.
pub fn generate(done: impl FnOnce(Option<Zeroizing<String>>) + 'static) {
    spawn_local(async move { done(private_jwk().await.ok()) });
}

async fn private_jwk() -> Result<Zeroizing<String>, JsValue> {
    // Outside of a secure context there is no `subtle`, which the types do not know.
    let crypto = window().crypto()?;
    if Reflect::get(&crypto, &"subtle".into())?.is_undefined() {
        return Err(JsValue::NULL);
    }
    let subtle = crypto.subtle();
    let wanted = Object::new();
    for (name, value) in [
        ("name", JsValue::from("RSASSA-PKCS1-v1_5")),
        ("modulusLength", 2048.into()),
        (
            "publicExponent",
            Uint8Array::from([1, 0, 1].as_slice()).into(),
        ),
        ("hash", "SHA-256".into()),
    ] {
        Reflect::set(&wanted, &name.into(), &value)?;
    }
    let uses = Array::of2(&"sign".into(), &"verify".into());
    let pair = JsFuture::from(subtle.generate_key_with_object(&wanted, true, &uses)?).await?;
    let pair: CryptoKeyPair = pair.unchecked_into();
    let jwk = JsFuture::from(subtle.export_key("jwk", &pair.get_private_key())?).await?;
    let text = JSON::stringify(&jwk)?;
    Ok(Zeroizing::new(text.into()))
}
