package vn.conglang.analytics;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.site.Site;

import org.springframework.stereotype.Component;

/**
 * Looks at many home pages, several at a time, for as long as somebody can be let wait.
 * What is not done by then goes on, and is there when they come again.
 */
@Component
class HomePageChecks implements DisposableBean {

	private static final Duration PATIENCE = Duration.ofMillis(1_200);

	/** How long something is taken for just looked at. */
	private static final Duration FRESH = Duration.ofMinutes(1);

	private static final int AT_ONCE = 4;

	private final BiFunction<Site, Connected, HomePageCheck.Found> check;

	private final Duration patience;

	private final ThreadPoolExecutor threads = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 10, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(), Thread.ofPlatform().name("home-page-check-", 0).daemon().factory());

	private final AsyncCache<Question, HomePageCheck.Found> found = Caffeine.newBuilder()
		.executor(Runnable::run)
		.expireAfterWrite(FRESH)
		.buildAsync();

	@Autowired
	HomePageChecks(HomePageCheck check) {
		this(check::look, PATIENCE);
	}

	HomePageChecks(BiFunction<Site, Connected, HomePageCheck.Found> check, Duration patience) {
		this.check = check;
		this.patience = patience;
		this.threads.allowCoreThreadTimeOut(true);
	}

	/** What is in force, in the order of the questions, as far as it is known by now. */
	List<HomePageCheck.Found> look(List<Question> questions) {
		List<CompletableFuture<HomePageCheck.Found>> answers = questions.stream()
			.map((asked) -> this.found.get(asked,
					(question, anybody) -> CompletableFuture
						.supplyAsync(() -> this.check.apply(question.site, question.connected), this.threads)))
			.toList();
		try {
			CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
				.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			// what is not known says so; what failed fails below
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return IntStream.range(0, answers.size())
			.mapToObj((i) -> Objects
				.requireNonNull(answers.get(i).getNow(HomePageCheck.Found.notYet(questions.get(i).connected))))
			.toList();
	}

	@Override
	public void destroy() {
		this.threads.shutdownNow();
	}

	/** Whether this site's home page has what the site is connected with. */
	record Question(Site site, Connected connected) {
	}

}
