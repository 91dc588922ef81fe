"""
Weights as 8-bit integers with one scale a row.

To the nearest integer, or, where it is known what goes into a matrix, so that errors cancel out in what comes out of it: a column is
rounded at a time, and its error is made up for by those that are not yet rounded (Frantar et al., "GPTQ", 2022).
"""
import torch

from network import padded

DAMPING = 0.01


def to_nearest(matrix):
    """[rows, columns] → int8 [rows, columns], float32 [rows]."""
    scales = _scales(matrix)
    return _rounded(matrix, scales).to(torch.int8), scales[:, 0]


def so_that_errors_cancel(matrix, moments):
    """As to_nearest(). moments: [columns, columns], the sum of x xᵀ over the layer's inputs."""
    scales = _scales(matrix).double()
    size = moments.shape[0]
    damped = moments.double() + DAMPING * moments.diagonal().mean() * torch.eye(size, dtype=torch.double)
    # The columns that vary most are rounded first, while the most are left to compensate.
    order = damped.diagonal().argsort(descending=True)
    spread = torch.linalg.cholesky(torch.cholesky_inverse(torch.linalg.cholesky(damped[order][:, order])), upper=True)
    left = matrix.double().T[order].contiguous()
    integers = torch.zeros_like(left)
    for i in range(size):
        integers[i] = _rounded(left[i], scales[:, 0])
        error = (left[i] - integers[i] * scales[:, 0]) / spread[i, i]
        left[i + 1:] -= spread[i, i + 1:, None] * error
    return integers[order.argsort()].T.to(torch.int8).contiguous(), scales[:, 0].float()


def moments_of(reader, inputs):
    """For each linear layer of the encoder, by name, the sum of x xᵀ over its inputs (as network.Inputs returns them)."""
    moments = {}

    def watch(name):
        def add(_module, given):
            x = given[0].reshape(-1, given[0].shape[-1])
            moments[name] = moments.get(name, 0) + x.T @ x
        return add

    watched = [(f'e.{name}', module) for name, module in reader.e.named_modules() if isinstance(module, torch.nn.Linear)]
    hooks = [module.register_forward_pre_hook(watch(name)) for name, module in watched]
    with torch.no_grad():
        for one in inputs:
            reader(*padded([one]))
    for hook in hooks:
        hook.remove()
    return moments


def _scales(matrix):
    return matrix.abs().amax(1, keepdim=True) / 127


def _rounded(values, scales):
    return (values / scales.clamp(min=1e-12)).round().clamp(-127, 127)
