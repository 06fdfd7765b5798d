//! R13: a relay that is asked to stop finishes what it has begun, and nobody loses what was acknowledged.

use std::{sync::Arc, time::Duration};

use document::protocol::{Close, Frame};
use relay::storage::LinkKind;
use tokio::time::Instant;

use crate::{house::House, line::WAYS, page::Page, request::get};

#[tokio::test]
async fn r13_everyone_is_told_to_come_back_and_everything_acknowledged_is_there() {
    for way in WAYS {
        let house = House::open().await;
        let project = house.project().await;
        let mut page = Page::over(way, &house.address, (&project, LinkKind::Editor)).await;
        for round in 0..100 {
            page.types(&format!("<{round}>")).await;
        }
        page.acked(1).await;
        let begun = Instant::now();
        let closing = tokio::spawn(house.close());
        let mut acked = 1;
        let close = loop {
            match page.line.next().await {
                Ok(Frame::Ack { push_id, .. }) => acked = push_id,
                Ok(_) => {}
                Err(code) => break code,
            }
        };
        assert_eq!(Close::from_code(close), Some(Close::Draining));
        let data = closing.await.unwrap();
        assert!(begun.elapsed() < Duration::from_secs(10));
        let again = House::again(data, |_| {}).await;
        let mut page = Page::over(way, &again.address, (&project, LinkKind::Viewer)).await;
        let title = page.up_to_date().await;
        for round in 0..acked {
            assert!(title.contains(&format!("<{round}>")), "{round} of {acked} in {title}");
        }
    }
}

#[tokio::test]
async fn r13_a_relay_that_stops_is_not_ready() {
    let house = House::open().await;
    let answer = get(&house.address, "/ready").await;
    assert_eq!((answer.status, answer.text().as_str()), (200, "ready\n"));
    let relay = Arc::clone(&house.relay);
    let router = relay::http::router(relay.clone());
    relay.stopping.cancel();
    let request = axum::http::Request::get("/ready").body(axum::body::Body::empty()).unwrap();
    let answer = tower_service::Service::call(&mut router.clone(), request).await.unwrap();
    assert_eq!(answer.status(), 503);
    house.close().await;
}
