package vn.conglang.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;

/** Stands between the portal and a server, and can hold everything up. */
final class StallingProxy {

	private final ServerSocket entrance;

	private final int exit;

	private volatile CountDownLatch open = new CountDownLatch(0);

	private volatile @Nullable Runnable accident;

	private volatile int bytesUntilAccident;

	StallingProxy(int exit) {
		this.exit = exit;
		try {
			this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::serve);
	}

	String url() {
		return "http://127.0.0.1:" + this.entrance.getLocalPort();
	}

	/** From now on nothing comes through. */
	void stall() {
		this.open = new CountDownLatch(1);
	}

	/** What was held up goes on. */
	void goOn() {
		this.open.countDown();
	}

	/** Lets something happen once so many bytes have gone to the server. */
	void after(int bytes, Runnable accident) {
		this.bytesUntilAccident = bytes;
		this.accident = accident;
	}

	private void serve() {
		while (true) {
			try {
				Socket here = this.entrance.accept();
				Thread.ofVirtual().start(() -> connect(here));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private void connect(Socket here) {
		try (here; Socket there = new Socket(InetAddress.getLoopbackAddress(), this.exit)) {
			Thread back = Thread.ofVirtual().start(() -> pump(there, here, false));
			pump(here, there, true);
			back.join();
		}
		catch (IOException ex) {
			// as if the server were not there
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void pump(Socket from, Socket to, boolean towardsServer) {
		byte[] buffer = new byte[4096];
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			int length = in.read(buffer);
			while (length >= 0) {
				this.open.await();
				out.write(buffer, 0, length);
				out.flush();
				if (towardsServer) {
					count(length);
				}
				length = in.read(buffer);
			}
		}
		catch (IOException ex) {
			// the other end has hung up
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized void count(int bytes) {
		Runnable due = this.accident;
		if (due != null) {
			this.bytesUntilAccident -= bytes;
			if (this.bytesUntilAccident <= 0) {
				this.accident = null;
				due.run();
			}
		}
	}

}
