package vn.conglang.identity;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks name and password, unless too many tries failed lately. */
class LoginProvider extends DaoAuthenticationProvider {

	private final LoginThrottle throttle;

	LoginProvider(UserDetailsService accounts, PasswordEncoder passwords, LoginThrottle throttle) {
		super(accounts);
		setPasswordEncoder(passwords);
		this.throttle = throttle;
	}

	@Override
	public Authentication authenticate(Authentication authentication) throws AuthenticationException {
		String username = Users.normalized(authentication.getName());
		username = username.substring(0, Math.min(username.length(), 100));
		String address = (authentication.getDetails() instanceof WebAuthenticationDetails details)
				? String.valueOf(details.getRemoteAddress()) : "";
		if (this.throttle.blocks(username, address)) {
			throw new LockedException("Too many tries");
		}
		try {
			Authentication result = super.authenticate(authentication);
			this.throttle.succeeded(username, address);
			return result;
		}
		catch (BadCredentialsException ex) {
			this.throttle.failed(username, address);
			throw ex;
		}
	}

}
