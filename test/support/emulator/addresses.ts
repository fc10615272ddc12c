/** Whether a host is this machine or in a network that nobody outside can reach. */
export const isPrivateHost = (host: string): boolean =>
  /^(localhost|127\.|10\.|192\.168\.|169\.254\.|0\.|172\.(1[6-9]|2\d|3[01])\.|\[)/i.test(host)
