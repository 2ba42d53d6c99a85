package vn.conglang.kernel;

/** A command that works without the database, and while the portal runs or does not. */
public interface WithoutDatabase {

}
