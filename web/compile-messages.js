import { compile } from '@inlang/paraglide-js'
import { messageCompilation } from './messages.config.js'

await compile(messageCompilation)
