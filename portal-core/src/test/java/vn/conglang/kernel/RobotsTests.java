package vn.conglang.kernel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RobotsTests {

	@ParameterizedTest
	@ValueSource(strings = { "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
			"Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
			"Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
			"facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", "curl/8.14.1", "Wget/1.25.0",
			"python-requests/2.32.3", "Java-http-client/25.0.1", "Go-http-client/2.0", "okhttp/4.12.0", "ZaloBot/1.0",
			"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/131.0.0.0 Safari/537.36",
			"Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
			"UptimeRobot/2.0", "", " " })
	void programsAreRecognised(String userAgent) {
		assertThat(Robots.areBehind(userAgent)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
			"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0",
			"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/127.0.200 Chrome/121.0.6167.200 Safari/537.36",
			"Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1",
			"Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Zalo iOS/630 ZaloTheme/light ZaloLanguage/vn",
			"Mozilla/5.0 (Linux; Android 13; CPH2565 Build/TP1A.220905.001; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.134 Mobile Safari/537.36 Zalo android/12100556 ZaloTheme/light ZaloLanguage/vi",
			"Mozilla/5.0 (Linux; Android 12; M2102J20SG; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/128.0.6613.88 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/478.0.0.41.86;]",
			"Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/80.0.3987.99 Mobile Safari/537.36",
			"Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36",
			"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15" })
	void peopleAreNot(String userAgent) {
		assertThat(Robots.areBehind(userAgent)).isFalse();
	}

	@Test
	void aUserAgentOfManyLettersIsJudgedByItsBeginningAndAtOnce() {
		long begin = System.nanoTime();
		assertThat(Robots.areBehind("Mozilla/5.0 (X11; Linux x86_64) ".repeat(10_000))).isFalse();
		assertThat(Robots.areBehind("a".repeat(1_000_000))).isTrue();
		assertThat(System.nanoTime() - begin).isLessThan(1_000_000_000L);
	}

	@Test
	void nobodyIsAProgram() {
		assertThat(Robots.areBehind(null)).isTrue();
	}

}
