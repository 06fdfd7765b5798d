//! The door: takes the address, lets connections in, and closes when all has been said.

use std::{io, net::SocketAddr, pin::pin, sync::Arc, time::Duration};

use axum::{Router, http::Request};
use hyper::{
    body::Incoming,
    server::conn::http1,
    service::{Service, service_fn},
};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use super::heard::Hearing;
use crate::Relay;

/// What the system keeps for one reader beside our own queue. By itself it would keep megabytes for each that stalls;
/// this still fills a line of 20 Mbit/s over a tenth of a second.
const SEND_BUFFER: u32 = 256 << 10;
/// Connections that wait to be let in: a whole conference opens its laptops at once.
const BACKLOG: u32 = 1_024;
/// How long a connection may take for the head of its next request, or be kept without one.
const HEAD: Duration = Duration::from_secs(30);
/// Pause when the system gives no connection: it has no more files for us until somebody goes.
const FULL: Duration = Duration::from_millis(200);

/// Takes the address.
pub(crate) fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // the address of a relay that has just ended may be taken again at once
    socket.set_reuseaddr(true)?;
    socket.set_send_buffer_size(SEND_BUFFER)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// Serves until the relay is to stop, and then as long as it takes to end well, but not longer than allowed.
pub(crate) async fn serve(relay: Arc<Relay>, listener: TcpListener) {
    let (told, requests) = (CancellationToken::new(), TaskTracker::new());
    let accepting = accept(listener, super::router(relay.clone()), (told.clone(), requests.clone()));
    let accepting = tokio::spawn(accepting);
    relay.stopping.cancelled().await;
    let end = async {
        relay.lobby.drain().await;
        // the door stays open until those who poll have heard that they are to come back
        relay.polls.told().await;
        told.cancel();
        for connections in [&relay.connections, &requests] {
            connections.close();
            connections.wait().await;
        }
    };
    if tokio::time::timeout(relay.config.timing.stop, end).await.is_err() {
        tracing::warn!("stopped before every connection had ended");
    }
    accepting.abort();
}

async fn accept(listener: TcpListener, router: Router, (told, requests): (CancellationToken, TaskTracker)) {
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = told.cancelled() => return,
        };
        match accepted {
            Ok((stream, _)) => drop(requests.spawn(connection(stream, router.clone(), told.clone()))),
            Err(error) => {
                tracing::warn!(%error, "accepting a connection");
                tokio::time::sleep(FULL).await;
            }
        }
    }
}

/// One connection and its requests. A WebSocket leaves it by its upgrade.
async fn connection(stream: TcpStream, router: Router, told: CancellationToken) {
    // an update is a small write that somebody waits for; a connection that is gone already shows that below
    stream.set_nodelay(true).ok();
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(HEAD);
    let (stream, service) = (Hearing::new(stream), TowerToHyperService::new(router));
    let heard = stream.heard();
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(heard.clone());
        service.call(request)
    });
    let mut requests = pin!(builder.serve_connection(TokioIo::new(stream), service).with_upgrades());
    tokio::select! {
        // how a connection ended is of interest only to who was at its other end
        ended = requests.as_mut() => return ended.unwrap_or(()),
        () = told.cancelled() => requests.as_mut().graceful_shutdown(),
    }
    requests.await.unwrap_or(());
}
