import '@event-calendar/core/index.css';
import { mount } from 'svelte';
import App from './App.svelte';
import './ui/theme.css';
import './ui/grid.css';

const target = document.getElementById('app');
if (target) mount(App, { target });
