// One thread of the pool.
require('./load.js').work();
